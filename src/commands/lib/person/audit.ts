import { quote } from '../sql.ts';

/** Lines of the append-only log for what the operator did with a person's data: references, and never an address. */
export function auditStatements(action: 'exported' | 'erased', references: readonly string[], at: number): string[] {
	return references.map(
		(reference) =>
			`INSERT INTO audit_log (at, actor, action, subject) VALUES (${at}, 'npm run data', ${quote(action)}, ${quote(reference)})`,
	);
}
