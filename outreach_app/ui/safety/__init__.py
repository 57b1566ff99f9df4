"""The immediate safety screen: one page of questions, what to do at each flag, who was told."""
