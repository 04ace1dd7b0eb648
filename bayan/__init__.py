"""What importer and site both need: pure modules, importing neither scripts nor extensions."""
