"""Places that more than one side claims: their names, parts, claimants and holders, and the words of claiming."""
