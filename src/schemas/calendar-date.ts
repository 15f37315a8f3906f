import * as z from 'zod/mini';

/** A calendar day in Japan as `YYYY-MM-DD`; must exist. */
export const calendarDate = z.iso.date();

/** A moment as ISO 8601 with an offset, e.g. `2026-02-03T10:15:00+09:00`. */
export const moment = z.iso.datetime({offset: true});

/** 工期: first and last day, both included. */
export const period = z.object({from: calendarDate, to: calendarDate});
/** 工期: first and last day, both included. */
export type Period = z.infer<typeof period>;
