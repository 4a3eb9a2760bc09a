import { Hono } from 'hono';
import type { JWTVerifyGetKey } from 'jose';
import * as z from 'zod';

import { requiredOption } from '#shared/fields';
import { switchedForms } from '#shared/switches';

import { readArticles } from '../pages/assets.ts';
import { fromForm, readForm } from '../input/body.ts';
import type { App, AppEnv } from '../context.ts';
import { listAlerts } from '../db/alerts.ts';
import { listSearchMisses } from '../db/search-misses.ts';
import { listSwitches, setSwitch } from '../db/switches.ts';
import { listComments, listVoteTotals } from '../db/votes.ts';
import { parseInput } from '../input/input.ts';
import { searchMissQueue } from '../queues/search-misses.ts';
import { limitBurst } from '../abuse/rate-limit.ts';
import { now } from '../settings.ts';
import { dayMs, startOfDay } from '../time.ts';
import { byRole, roleOfStaff, staffOf, staffOnly } from './access.ts';
import { addAudit } from './audit.tsx';
import { addBlockedNumbers } from './blocked-numbers.tsx';
import { addCallWeek } from './call-week.tsx';
import { addCalls } from './calls.tsx';
import { addErase } from './erase.tsx';
import { formatCursor, pageSize, parseCursor } from './cursor.ts';
import { link } from './layout.tsx';
import { CommentList, VoteTotals } from './lists.tsx';
import { localOnly, logIn, logOut } from './local-login.ts';
import { Login } from './login.tsx';
import { parseFilter, SearchList, searchesPath } from './searches.tsx';
import { homeOf } from './roles.ts';
import { stylesheet } from './stylesheet.ts';
import { SwitchList, switchesPath } from './switches.tsx';
import { addMessages } from './messages.tsx';
import { forbidden, missing, send, viewOf } from './page.tsx';
import { addReports } from './reports/reports.tsx';
import { addRequests } from './requests.tsx';
import { addRouting } from './routing.tsx';

const SwitchSchema = z.object({ form: requiredOption(switchedForms), state: requiredOption(['on', 'off']) });

/** Pages for staff: what was sent can be seen, and forms can be switched off. */
export function createDesk(accessKeys?: JWTVerifyGetKey): App {
	const desk: App = new Hono<AppEnv>();
	desk.get('/style.css', (c) =>
		c.body(stylesheet, 200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'public, max-age=300' }),
	);
	desk.use('/login', localOnly());
	desk.post('/login', async (c) => {
		await limitBurst(c, 'desk');
		const { token, name, role } = await readForm(c, { takesTokens: true });
		const staff = await logIn(c, { token: token?.[0] ?? '', name: name?.[0] ?? '', role: role?.[0] ?? '' });
		return staff ? c.redirect(homeOf[staff.role], 303) : send(c, <Login view={viewOf(c, '/desk/')} isWrong />, 401);
	});
	desk.post('/logout', (c) => {
		logOut(c);
		return c.redirect('/desk/', 303);
	});
	desk.use(staffOnly(accessKeys, (c) => send(c, <Login view={viewOf(c, '/desk/')} />, 401)));
	desk.use(async (c, next) => {
		c.set('alerts', await listAlerts(c.env.DB));
		await next();
	});
	desk.get('/', async (c, next) => {
		const home = homeOf[roleOfStaff(c)];
		return home === '/desk/' ? next() : c.redirect(link(viewOf(c), home), 303);
	});
	desk.use(byRole({ missing, forbidden }));
	addRequests(desk);
	addCallWeek(desk);
	addBlockedNumbers(desk);
	addCalls(desk);
	addRouting(desk);
	addMessages(desk);
	addLists(desk);
	addErase(desk);
	addReports(desk);
	addSwitches(desk);
	addAudit(desk);
	addDetails(desk);
	return desk;
}

function addLists(desk: App): void {
	desk.get('/votes', async (c) => {
		const items = await listVoteTotals(c.env.DB, pageSize, c.req.query('cursor') ?? '');
		const next = items.length === pageSize ? items.at(-1)?.article : undefined;
		return send(c, <VoteTotals view={viewOf(c)} items={items} next={next} articles={await readArticles(c)} />);
	});
	desk.get('/comments', async (c) => {
		const items = await listComments(c.env.DB, pageSize, parseCursor(c.req.query('cursor')));
		const next = formatCursor(items.map((item) => [item.at, item.visitor]));
		return send(c, <CommentList view={viewOf(c)} items={items} next={next} articles={await readArticles(c)} />);
	});
	desk.get('/searches', (c) => c.redirect(searchesPath, 308));
	desk.get('/searches/', async (c) => {
		const filter = parseFilter(c.req.query('language'), c.req.query('days'));
		const since = startOfDay(now(c.var.settings)) - (filter.days - 1) * dayMs;
		const query = { since, locale: filter.language, queue: searchMissQueue };
		const page = await listSearchMisses(c.env.DB, query, pageSize, parseCursor(c.req.query('cursor')));
		const next = formatCursor(page.items.map(({ count, text }) => [count, text]));
		return send(c, <SearchList view={viewOf(c)} filter={filter} page={page} next={next} />);
	});
}

function addSwitches(desk: App): void {
	desk.get('/switches', async (c) => send(c, <SwitchList view={viewOf(c)} switches={await listSwitches(c.env.DB)} />));
	desk.post('/switches', async (c) => {
		const { form, state } = parseInput(SwitchSchema, fromForm(await readForm(c)));
		await setSwitch(c.env.DB, { form, state, actor: staffOf(c), at: now(c.var.settings) });
		return c.redirect(link(viewOf(c), switchesPath), 303);
	});
}

function addDetails(desk: App): void {
	desk.get('/*', missing);
}
