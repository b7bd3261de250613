const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const dateTime = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
const clock = new Intl.DateTimeFormat(undefined, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
const clockToMinute = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const shortDay = new Intl.DateTimeFormat(undefined, { month: 'short', day: 'numeric' });
const longDay = new Intl.DateTimeFormat(undefined, { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' });
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

/** Whether a text in the form of an instant is one: a 13th month is none. */
export const isInstant = (text: string) => !Number.isNaN(new Date(text).getTime());

/** In the browser's time zone. */
export const inFull = (instant: string | number) => dateTime.format(new Date(instant));
export const timeOfDay = (instant: string | number) => clock.format(new Date(instant));
export const hourAndMinute = (instant: string | number) => clockToMinute.format(new Date(instant));
export const dayAndMonth = (instant: string | number) => shortDay.format(new Date(instant));

/** `2026-01-31 14:02:11 UTC` */
export const inUtc = (instant: string | number) =>
  `${new Date(instant).toISOString().slice(0, 19).replace('T', ' ')} UTC`;

/** `3 minutes ago`, `in 2 days` */
export function fromNow(instant: string | number, now: number): string {
  const distance = new Date(instant).getTime() - now;
  const size = Math.abs(distance);
  if (size < MINUTE) return relative.format(Math.round(distance / 1000), 'second');
  if (size < HOUR) return relative.format(Math.round(distance / MINUTE), 'minute');
  if (size < 2 * DAY) return relative.format(Math.round(distance / HOUR), 'hour');
  return relative.format(Math.round(distance / DAY), 'day');
}

export function secondsBetween(start: string, end: string): number {
  return (new Date(end).getTime() - new Date(start).getTime()) / 1000;
}

const LONGEST_DURATION = 10 * 365 * DAY;

/** `1 h 4 min`, `45 s`; undefined where nothing can have lasted that long, or less than no time. */
export function duration(seconds: number): string | undefined {
  if (!(seconds >= 0 && seconds * 1000 <= LONGEST_DURATION)) return undefined;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${Math.round(seconds % 60)} s`;
  const hours = Math.floor(minutes / 60);
  return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
}

export interface TimeGroup {
  title: string;
  /** The earliest instant that belongs to it. */
  start: string;
  /** Yet to happen, by the clock of whoever sent it. */
  isAhead: boolean;
}

/** Clocks differ a little, and the page's goes in steps. */
const CLOCK_DIFFERENCE = MINUTE;

export function isAhead(instant: string | number, now: number): boolean {
  return new Date(instant).getTime() > now + CLOCK_DIFFERENCE;
}

/** The heading under which an event of that time stands, newest group first. */
export function groupOf(instant: string, now: number): TimeGroup {
  const time = new Date(instant).getTime();
  const age = now - time;
  if (isAhead(time, now)) return { ...since('Ahead of now', now + CLOCK_DIFFERENCE + 1), isAhead: true };
  if (age < 5 * MINUTE) return since('Last 5 minutes', now - 5 * MINUTE + 1);
  if (age < HOUR) return since('Last hour', now - HOUR + 1);
  const today = startOfDay(now);
  if (time >= today) return since('Today', today);
  const yesterday = startOfDay(today - 1);
  if (time >= yesterday) return since('Yesterday', yesterday);
  return since(longDay.format(new Date(time)), startOfDay(time));
}

function since(title: string, start: number): TimeGroup {
  return { title, start: new Date(start).toISOString(), isAhead: false };
}

function startOfDay(time: number): number {
  return new Date(time).setHours(0, 0, 0, 0);
}

/** What an `<input type="datetime-local">` shows, in the browser's time zone. */
export function toLocalInput(instant: string | number): string {
  const date = new Date(instant);
  const shifted = new Date(date.getTime() - date.getTimezoneOffset() * MINUTE);
  return shifted.toISOString().slice(0, 19);
}

/** Undefined where the text is no time. */
export function fromLocalInput(text: string): string | undefined {
  const time = new Date(text).getTime();
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
