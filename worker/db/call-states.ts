import { callAttempts, callLateMinutes } from '#shared/limits';
import { minuteMs } from '../time.ts';

/** Calls of which something may still come. */
export const isOpenSql = isOpenSqlOf('');

/** Calls that are still to be made, held ones among them. */
export const isWaitingSql = `state IN ('booked', 'missed') AND attempts < ${callAttempts}`;

/** Open calls that have a time, until nobody is called at it any more. `now` names a parameter; `table` is a prefix such as `others.`. */
export function hasTimeSql(now: string, table = ''): string {
	const isAhead = `${table}slot_end > ${now} - ${callLateMinutes * minuteMs}`;
	return `${isOpenSqlOf(table)} AND ${table}state <> 'offered' AND (${table}state = 'calling' OR ${isAhead})`;
}

function isOpenSqlOf(table: string): string {
	return `${table}state NOT IN ('cancelled', 'done') AND NOT (${table}state = 'missed' AND ${table}attempts >= ${callAttempts})`;
}
