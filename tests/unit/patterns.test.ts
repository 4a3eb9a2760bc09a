import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import ts from 'typescript';
import { describe, it } from 'vitest';

import { bodyBytes, length } from '#shared/limits';

import { attacks, findAttack } from './lib/pattern-attacks.ts';

/** Everything that runs where a stranger's text arrives. */
const folders = ['src/shared', 'src/config', 'src/elements', 'src/search', 'worker'];

/** Files whose patterns meet texts of a known length only; all others may meet a whole body. */
const longest: Record<string, number> = {
	// Schemas and the search box let no longer query through.
	'src/shared/clean-query.ts': length.query,
	// They look at what stands right before or behind a finding.
	'src/shared/guard/chinese.ts': 200,
	'src/shared/guard/context.ts': 128,
	'src/shared/guard/cut.ts': 32,
	'src/shared/guard/keys.ts': 128,
	'src/shared/guard/phrases.ts': 40,
	// Its schema lets no longer reply through.
	'worker/desk/reply-check.ts': length.message,
	// Cut to this length before anything looks at it.
	'src/shared/verify/candidates.ts': length.verify,
};

interface Pattern {
	file: string;
	regex: RegExp;
}

function readPatterns(): Pattern[] {
	const files = folders.flatMap((folder) =>
		readdirSync(folder, { recursive: true, encoding: 'utf8' })
			.filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
			// The indexer reads our own pages only.
			.filter((name) => folder !== 'src/search' || !name.startsWith('build'))
			.map((name) => join(folder, name)),
	);
	return files.flatMap((file) => literalsOf(file).map((regex) => ({ file, regex })));
}

function literalsOf(file: string): RegExp[] {
	const found: RegExp[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isRegularExpressionLiteral(node)) {
			const end = node.text.lastIndexOf('/');
			const [source, flags] = [node.text.slice(1, end), node.text.slice(end + 1)];
			// A sticky pattern starts where its caller says, and nowhere else.
			found.push(new RegExp(flags.includes('y') ? `^(?:${source})` : source, flags.replace(/[gy]/g, '')));
		}
		ts.forEachChild(node, visit);
	};
	visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true));
	return found;
}

describe('a pattern', () => {
	it('takes no time that anybody notices, on the longest text that it may meet', { timeout: 120_000 }, ({ expect }) => {
		const patterns = readPatterns();
		expect(patterns.length).toBeGreaterThan(100);
		const slow = patterns.flatMap(({ file, regex }) => {
			const attack = findAttack(regex, longest[file] ?? bodyBytes);
			return attack ? [`${file} ${regex}: ${attack}`] : [];
		});
		expect(slow).toEqual([]);
	});

	it('that is slow would be noticed: exponential, quadratic, and behind a prefix', { timeout: 60_000 }, ({ expect }) => {
		for (const regex of [/^(a+)+$/, /\d*\d*\d*$/, /\S*$/, /^\s+|\s+$/, /secret:\s*\s*(?:a|b)$/, /(?:[a-z\d-]+\.)+[a-z]{2,}!/])
			expect(findAttack(regex, bodyBytes), String(regex)).not.toBeNull();
		for (const regex of [/^[a-z]+$/, /^\s+/, /a{1,40}b/, /^[^"\\]*"/])
			expect(findAttack(regex, bodyBytes), String(regex)).toBeNull();
	});

	it('is attacked with its own characters and from behind its own beginnings', ({ expect }) => {
		const made = attacks(/key:\d+;/);
		expect(made.some(({ pump }) => pump === ';')).toBe(true);
		expect(made.some(({ prefix }) => prefix.startsWith('key:'))).toBe(true);
	});
});
