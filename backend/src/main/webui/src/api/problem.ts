import { visible } from '../common/foreign';
/** What the backend says when it refuses: RFC 9457, with every wrong field named. */
export interface FieldError {
  pointer: string;
  detail: string;
}

export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly type: string,
    message: string,
    readonly errors: FieldError[] = [],
    readonly requestId?: string,
  ) {
    super(message);
    this.name = 'Problem';
  }

  /** The sentence about one field of the request; the pointer is that of the contract, e.g. `/config/token`. */
  about(pointer: string): string | undefined {
    return this.errors.find((error) => error.pointer === pointer)?.detail;
  }

  get isUnavailable() {
    return this.status === 503 || this.status === 502 || this.status === 504;
  }
}

/** The backend did not answer at all. */
export class Unreachable extends Error {
  constructor() {
    super('PainChain does not answer. Check your connection, or whether the backend runs.');
    this.name = 'Unreachable';
  }
}

interface ProblemBody {
  type?: string;
  title?: string;
  detail?: string;
  errors?: FieldError[];
  requestId?: string;
}

export async function problemOf(response: Response): Promise<Problem> {
  const text = await response.text();
  const body = parse(text);
  const message = body.detail ?? body.title ?? `The backend answered ${response.status}.`;
  return new Problem(response.status, body.type ?? '', message, body.errors ?? [], body.requestId);
}

function parse(text: string): ProblemBody {
  try {
    return (JSON.parse(text) as ProblemBody | null) ?? {};
  } catch {
    return {};
  }
}

/** A sentence for the user, whatever was thrown. */
export function sentence(error: unknown): string {
  if (error instanceof Problem && error.errors.length > 0) {
    return visible(`${error.message} ${error.errors.map((it) => `${it.pointer}: ${it.detail}`).join('; ')}`);
  }
  return visible(error instanceof Error ? error.message : String(error));
}
