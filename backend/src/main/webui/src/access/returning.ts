const PLACE = 'painchain.return';

/** Signing in leads through the provider's pages and back to the first one of ours; where one wanted to go waits here. */
export function rememberPlace() {
  const { pathname, search, hash } = window.location;
  const place = withoutOutcome(pathname + search + hash);
  if (place !== '/') window.sessionStorage.setItem(PLACE, place);
}

/** Once, and only to a place of our own. */
export function takePlace(): string | undefined {
  const place = window.sessionStorage.getItem(PLACE);
  window.sessionStorage.removeItem(PLACE);
  return place !== null && /^\/(?![/\\])/.test(place) ? place : undefined;
}

export function withoutOutcome(place: string): string {
  return place.replace(/([?&])signin=[a-z]*&?/, '$1').replace(/[?&](?=#|$)/, '');
}

/** What came of an attempt, as the page's address says it. */
export function outcome(search: string): string | undefined {
  switch (new URLSearchParams(search).get('signin')) {
    case 'failed':
      return 'The provider did not sign you in, or it took too long. Try again.';
    case 'unreachable':
      return 'The provider cannot be reached at the moment. Try again later.';
    default:
      return undefined;
  }
}
