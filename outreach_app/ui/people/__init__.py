"""The people of the organisation: contacts, certificates, second signatures, suspensions, leavers."""
