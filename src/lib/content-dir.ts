/** Where articles live. `CONTENT_DIR=<folder>` swaps them for one build, for tests and benchmarks; `npm run deploy` refuses it. */
export const contentDir = process.env['CONTENT_DIR'] ?? './content';
