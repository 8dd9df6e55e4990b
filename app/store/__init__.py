"""The encrypted vault: its slot file, its database, and what is read from and written to it.

Knows the domain and SQL, no Qt and no model. Everything outside talks to `app.store.vault.Vault`.
"""
