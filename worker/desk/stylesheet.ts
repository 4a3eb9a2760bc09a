/** The desk's own small stylesheet, served by the Worker: staff pages share nothing with the built site. */
export const stylesheet = `
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

.demonstration {
	margin: 0;
	padding: 0.375rem 1rem;
	background: var(--held-ground);
	color: var(--held);
	font-weight: 650;
	text-align: center;
}

.alerts {
	margin: 0;
	padding: 0.5rem max(1rem, calc((100% - 74rem) / 2));
	list-style: none;
	background: var(--urgent-ground);
	color: var(--urgent);
}

.alerts a {
	color: inherit;
	font-weight: 650;
}

header {
	display: grid;
	grid-template: "brand search tools" "nav nav nav" / auto minmax(0, 1fr) auto;
	align-items: center;
	gap: 0.25rem 1.5rem;
	padding: 0.625rem max(1rem, calc((100% - 74rem) / 2)) 0;
	background: var(--surface);
	border-block-end: 1px solid var(--line);
}

.brand {
	grid-area: brand;
	margin: 0;
	font-weight: 650;
}

nav,
.tools {
	display: flex;
	align-items: center;
	gap: 0.25rem 1rem;
}

/* Scrolls sideways where it does not fit: two rows of tabs would push the work off a phone's screen. */
nav {
	overflow-x: auto;
	white-space: nowrap;
	scrollbar-width: thin;
}

header nav {
	grid-area: nav;
	margin-inline: -0.25rem;
	padding-inline: 0.25rem;
}

.tools {
	grid-area: tools;
	flex-wrap: wrap;
	justify-content: flex-end;
}

.me {
	color: var(--muted);
	font-size: 0.875rem;
}

.pair {
	display: inline-flex;
	align-items: center;
	gap: 0.5rem;
}

.pair input {
	min-inline-size: 0;
}

.late {
	color: var(--urgent);
	font-weight: 600;
}

.items .chosen {
	border-inline-start: 4px solid var(--accent);
}

.conditions {
	margin: 0;
	padding-inline-start: 1.25rem;
}

.met {
	color: var(--accent);
}

.items .conditions li {
	background: none;
	border: 0;
	border-radius: 0;
	padding: 0;
	list-style: disc;
}

.unmet {
	color: var(--muted);
}

.rules {
	margin-block-start: 1.5rem;
}

.plain td {
	text-align: start;
}

.plain th {
	text-align: start;
}

header .search {
	grid-area: search;
	display: flex;
	gap: 0.5rem;
	justify-self: end;
	inline-size: min(100%, 26rem);
}

header .search input {
	flex: 1;
	min-inline-size: 0;
}

nav a,
.tools a,
button,
select {
	display: inline-flex;
	align-items: center;
	min-block-size: 2.5rem;
}

nav a {
	color: inherit;
	text-decoration: none;
	border-block-end: 2px solid transparent;
}

nav a[aria-current] {
	border-color: var(--accent);
	font-weight: 650;
}

main {
	max-inline-size: 76rem;
	margin-inline: auto;
	padding: 1rem;
}

h1 {
	font-size: 1.5rem;
	line-height: 1.3;
}

h2 {
	font-size: 1.0625rem;
	margin-block: 0 0.25rem;
}

a {
	color: var(--accent);
}

:focus-visible {
	outline: 2px solid var(--accent);
	outline-offset: 2px;
}

.items {
	list-style: none;
	margin: 0;
	padding: 0;
	display: grid;
	gap: 0.75rem;
}

.items li,
dl,
table,
.login,
.message {
	background: var(--surface);
	border: 1px solid var(--line);
	border-radius: 0.625rem;
	padding: 0.875rem 1rem;
}

.items p,
dl,
dd {
	margin: 0;
}

.meta,
.hint,
dt {
	color: var(--muted);
	font-size: 0.9375rem;
}

.when {
	font-weight: 650;
}

.excerpt {
	color: var(--muted);
}

.text {
	white-space: pre-wrap;
}

.tag {
	display: inline-block;
	margin-inline-start: 0.5rem;
	padding: 0 0.5rem;
	border: 1px solid currentcolor;
	border-radius: 1rem;
	font-size: 0.8125rem;
	font-weight: 600;
}

.tag.held {
	color: var(--held);
	background: var(--held-ground);
}

.tag.urgent {
	color: var(--urgent);
	background: var(--urgent-ground);
}

.tag.cancelled {
	color: var(--muted);
}

dl > div {
	display: grid;
	grid-template-columns: minmax(7rem, 11rem) 1fr;
	gap: 0.25rem 1rem;
	padding-block: 0.375rem;
}

dl > div + div {
	border-block-start: 1px solid var(--line);
}

section {
	margin-block-start: 1.5rem;
}

table {
	inline-size: 100%;
	border-collapse: separate;
	border-spacing: 0;
}

nav + table {
	margin-block-start: 0.75rem;
}

th,
td {
	padding: 0.5rem;
	text-align: end;
	vertical-align: top;
	font-variant-numeric: tabular-nums;
}

thead th {
	white-space: nowrap;
}

th:first-child {
	text-align: start;
}

tbody th {
	font-weight: 400;
}

tbody tr > * {
	border-block-start: 1px solid var(--line);
}

.login {
	display: grid;
	gap: 0.5rem;
	max-inline-size: 24rem;
}

input,
textarea,
select,
button {
	font: inherit;
	color: inherit;
	border: 1px solid var(--muted);
	border-radius: 0.5rem;
	padding: 0.375rem 0.75rem;
	background: var(--surface);
}

button {
	justify-content: center;
	cursor: pointer;
}

.wrong {
	margin: 0;
	color: var(--urgent);
}

h2 input {
	margin-inline-end: 0.5rem;
	inline-size: 1.125rem;
	block-size: 1.125rem;
	vertical-align: middle;
}

nav + .filters,
.filters + * {
	margin-block-start: 0.75rem;
}

.filters,
.filters form,
.actions {
	display: flex;
	flex-wrap: wrap;
	align-items: center;
	gap: 0.5rem 0.75rem;
}

.filters {
	gap: 0.5rem 1.5rem;
	margin-block-end: 1rem;
}

.filters select {
	max-inline-size: 14rem;
}

.columns {
	display: grid;
	grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
	gap: 1.5rem;
	align-items: start;
}

.act {
	display: grid;
	gap: 0.5rem;
	justify-items: start;
	margin-block-start: 1.25rem;
}

.act textarea,
.act select {
	inline-size: 100%;
}

.act .actions,
.actions .act,
.act .hint {
	margin: 0;
}

.act + .actions {
	margin-block-start: 1.25rem;
}

.columns dl > div {
	grid-template-columns: minmax(5rem, 7rem) 1fr;
}

.act .actions select {
	inline-size: auto;
}

.check {
	display: inline-flex;
	align-items: center;
	gap: 0.5rem;
	min-block-size: 2.5rem;
}

.primary {
	background: var(--accent);
	border-color: var(--accent);
	color: var(--ground);
	font-weight: 650;
}

.conversation {
	margin-block-start: 0;
}

.conversation .staff {
	border-inline-start: 4px solid var(--accent);
}

.conversation .note {
	background: var(--held-ground);
	border-style: dashed;
}

.conversation .note .meta {
	color: var(--held);
}

[data-count] {
	margin-inline-start: 0.25rem;
	color: var(--muted);
	font-weight: 400;
	font-variant-numeric: tabular-nums;
}

.count {
	margin-inline-start: 0.375rem;
	padding: 0 0.4375rem;
	border-radius: 1rem;
	background: var(--accent);
	color: var(--ground);
	font-size: 0.8125rem;
	font-weight: 650;
}

.compose {
	inline-size: 100%;
	padding: 0.25rem 0.75rem;
	border: 1px solid var(--line);
	border-radius: 0.5rem;
	background: var(--surface);
}

.compose > * + * {
	margin-block: 0.5rem;
}

.compose li {
	display: flex;
	flex-wrap: wrap;
	align-items: center;
	justify-content: space-between;
	gap: 0.25rem 1rem;
}

.compose li + li {
	margin-block-start: 0.25rem;
}

.compose .actions > :first-child {
	flex: 1 1 12rem;
	min-inline-size: 0;
	inline-size: auto;
}

.sorting .act {
	margin-block-start: 0.75rem;
}

.merged {
	margin-block-start: 0.75rem;
	padding: 0.25rem 1rem;
	border: 1px dashed var(--line);
	border-radius: 0.625rem;
}

.presence p {
	margin: 0;
}

.presence p:not(:empty) {
	margin-block-end: 0.75rem;
	padding: 0.5rem 0.875rem;
	border-radius: 0.5rem;
	background: var(--held-ground);
	color: var(--held);
	font-weight: 600;
}

dialog {
	max-inline-size: min(26rem, calc(100% - 2rem));
	border: 1px solid var(--line);
	border-radius: 0.75rem;
	background: var(--surface);
	color: inherit;
}

dialog::backdrop {
	background: rgb(0 0 0 / 50%);
}

dialog dl {
	border: 0;
	padding: 0;
}

dialog dl > div {
	grid-template-columns: 3rem 1fr;
}

kbd {
	padding: 0.125rem 0.5rem;
	border: 1px solid var(--muted);
	border-radius: 0.375rem;
	font: 600 0.875rem/1.4 ui-monospace, monospace;
}

.items > li:focus-within {
	border-color: var(--accent);
}

.bulk {
	margin-block-start: 0.75rem;
}

.plain-list {
	list-style: none;
	padding: 0;
}

.plain-list li + li {
	margin-block-start: 0.75rem;
}

.plain-list p {
	margin: 0;
}

.files img {
	display: block;
	max-inline-size: 100%;
	max-block-size: 14rem;
	margin-block-end: 0.5rem;
	border: 1px solid var(--line);
	border-radius: 0.25rem;
}

.files a {
	overflow-wrap: anywhere;
}

.items .hint {
	margin-block: 0.25rem 0.5rem;
}

summary {
	cursor: pointer;
	color: var(--muted);
	font-size: 0.875rem;
	padding-block: 0.25rem;
}

.notice {
	padding: 0.75rem 1rem;
	margin-block: 0 1rem;
	border: 1px solid currentcolor;
	border-radius: 0.625rem;
	background: var(--urgent-ground);
	color: var(--urgent);
	font-weight: 600;
}

.notice p,
.notice ul {
	margin: 0;
}

.done {
	font-weight: 650;
}

@media (max-width: 50rem) {
	header {
		grid-template: "brand tools" "search search" "nav nav" / minmax(0, 1fr) auto;
	}

	header .search {
		inline-size: 100%;
	}

	.columns {
		grid-template-columns: minmax(0, 1fr);
	}
}

@media (max-width: 30rem) {
	.me,
	[data-keys] {
		display: none;
	}

	.filters form {
		display: grid;
		grid-template-columns: 6rem minmax(0, 1fr) auto;
		inline-size: 100%;
	}

	.filters select {
		inline-size: 100%;
		max-inline-size: none;
	}
}

@media (max-width: 30rem) {
	table {
		padding: 0.25rem;
		font-size: 0.875rem;
	}

	th,
	td {
		padding: 0.375rem 0.25rem;
	}

	thead th,
	td {
		white-space: normal;
		overflow-wrap: normal;
	}

	dl > div {
		grid-template-columns: 1fr;
		gap: 0;
	}
}

.pages {
	display: flex;
	gap: 1rem;
}

.proof {
	margin-block: 0.75rem;
	padding: 0.75rem 1rem;
	border: 2px solid var(--accent);
	border-radius: 0.5rem;
	background: var(--surface);
}

.proof p {
	margin: 0;
}

.proof-words {
	font-size: 1.75rem;
	font-weight: 700;
	line-height: 1.3;
}

.proof .phone {
	display: inline-block;
	margin-block-start: 0.5rem;
	font-size: 1.25rem;
	font-weight: 650;
}

.outcomes {
	display: grid;
	gap: 0.25rem 1.5rem;
}

.seats {
	display: grid;
	grid-template-columns: repeat(auto-fill, minmax(5.5rem, 1fr));
	gap: 0.25rem;
	margin-block: 0.5rem;
	padding: 0;
	list-style: none;
	font-variant-numeric: tabular-nums;
}

.seats li {
	padding: 0.125rem 0.5rem;
	border: 1px solid var(--line);
	border-radius: 0.375rem;
}

.seats [data-free] {
	color: var(--muted);
}

.seats [data-full] {
	background: var(--held-ground);
	color: var(--held);
}

kbd {
	margin-inline-start: 0.25rem;
	padding: 0 0.375rem;
	border: 1px solid currentcolor;
	border-radius: 0.25rem;
	font: inherit;
	font-size: 0.75rem;
}

[hidden] {
	display: none;
}
`;
