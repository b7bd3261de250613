export interface RepositoryFilters {
  search: string;
  /** Days back; empty: whenever. */
  active: string;
  archived: string;
  fork: string;
}

type Choices = readonly (readonly [string, string])[];

export const ACTIVITIES: Choices = [
  ['', 'Any activity'],
  ['30', 'Active in 30 days'],
  ['90', 'Active in 90 days'],
  ['365', 'Active in a year'],
];

export const ARCHIVED: Choices = [
  ['false', 'Without archived ones'],
  ['', 'With archived ones'],
  ['true', 'Archived ones only'],
];

export const FORKS: Choices = [
  ['', 'With forks'],
  ['false', 'Without forks'],
  ['true', 'Forks only'],
];

export const USUAL: RepositoryFilters = { search: '', active: '', archived: 'false', fork: '' };

const DAY = 24 * 3_600_000;

/** As the API asks for it; what is empty asks for nothing. */
export function queryOf({ search, active, archived, fork }: RepositoryFilters, now: number): Record<string, string> {
  const query: Record<string, string> = {};
  if (search.trim() !== '') query.q = search.trim();
  if (active !== '') query.activeSince = new Date(now - Number(active) * DAY).toISOString();
  if (archived !== '') query.archived = archived;
  if (fork !== '') query.fork = fork;
  return query;
}

/** Names without regard to case, in the order in which they came. */
export class Names {
  private readonly byKey: ReadonlyMap<string, string>;

  constructor(names: Iterable<string>) {
    this.byKey = new Map([...names].map((name) => [name.toLowerCase(), name] as const));
  }

  get size(): number {
    return this.byKey.size;
  }

  get all(): string[] {
    return [...this.byKey.values()];
  }

  has(name: string): boolean {
    return this.byKey.has(name.toLowerCase());
  }

  with(names: readonly string[]): Names {
    return new Names([...this.all, ...names.filter((name) => !this.has(name))]);
  }

  without(names: readonly string[]): Names {
    const gone = new Names(names);
    return new Names(this.all.filter((name) => !gone.has(name)));
  }

  equals(other: Names): boolean {
    return this.size === other.size && this.all.every((name) => other.has(name));
  }
}
