"""What night staff see and do: the night sheet, the round, the handover, somebody missing."""
