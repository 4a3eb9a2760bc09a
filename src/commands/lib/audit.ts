import * as z from 'zod';

import { captureTool } from './processes.ts';

const ReportSchema = z.object({
	vulnerabilities: z.record(z.string(), z.object({ severity: z.string() })),
});

/** What `npm audit` knows about our dependencies. Without an answer of the registry nothing is known, which is no failure of ours. */
export async function auditDependencies(run: typeof captureTool = captureTool): Promise<Audit> {
	const { stdout } = await run(['npm', 'audit', '--json']);
	const report = ReportSchema.safeParse(parse(stdout));
	if (!report.success) return { isBad: false, words: 'dependencies: not checked, the registry did not answer' };
	const found = Object.entries(report.data.vulnerabilities).map(([name, { severity }]) => `${name} (${severity})`);
	if (found.length === 0) return { isBad: false, words: 'dependencies: no known holes' };
	return { isBad: true, words: `dependencies: ${found.join(', ')}: update them, or argue why not in docs/security.md` };
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

interface Audit {
	isBad: boolean;
	words: string;
}
