"""The exit of a client: what the records say, what the caseworker and the client say."""
