/// The rules of the audit. Each is declared beside its check, or in the file of rules for it.
package enum AuditRule {}
