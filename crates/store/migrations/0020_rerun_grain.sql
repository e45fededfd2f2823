-- Coarser or finer themes may be asked for: the resolution at which everything is clustered again; that of the bench if absent.

ALTER TABLE rerun_asked ADD COLUMN resolution DOUBLE PRECISION;
