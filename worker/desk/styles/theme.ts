/** Colours and type, light and dark. */
export const theme = `
:root {
	color-scheme: light dark;
	--ground: #f8f6f1;
	--surface: #fffefb;
	--text: #1b2528;
	--muted: #4c595d;
	--line: #dcd7cb;
	--accent: #0b5a5a;
	--held: #7a4b00;
	--held-ground: #fff1d6;
	--urgent: #a3201a;
	--urgent-ground: #fde8e6;
}

@media (prefers-color-scheme: dark) {
	:root {
		--ground: #11171a;
		--surface: #1a2226;
		--text: #e9ece9;
		--muted: #aab4b6;
		--line: #2f3a3f;
		--accent: #74cbc2;
		--held: #ffd48a;
		--held-ground: #3b2c10;
		--urgent: #ffb3ad;
		--urgent-ground: #431a17;
	}
}

* {
	box-sizing: border-box;
}

body {
	margin: 0;
	background: var(--ground);
	color: var(--text);
	font: 1rem/1.55 system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
	overflow-wrap: anywhere;
}
`;
