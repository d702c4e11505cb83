/** Every fault a person or integrator can be told about, with its HTTP status. Texts: messages/<locale>/errors.json. */
export const errorStatus = {
  invalid: 422,
  unauthenticated: 401,
  plan_required: 402,
  credits_required: 402,
  limit_reached: 402,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  expired: 410,
  too_large: 413,
  use_upload: 413,
  unsupported_type: 415,
  code_wrong: 422,
  rate_limited: 429,
  unavailable: 503,
  internal: 500,
} as const;

export type ErrorCode = keyof typeof errorStatus;

export type AppErrorOptions = {
  /** Key in messages/<locale>/errors.json when the code's own sentence is too general. */
  userMessage?: string;
  /** Values for that sentence. */
  values?: Record<string, string | number>;
  /** Field path → key in messages/<locale>/errors.json. */
  fields?: Record<string, string>;
  /** Seconds until it is worth trying again. */
  retryAfterSeconds?: number;
  cause?: unknown;
};

/** The one error that carries meaning across floors; anything else is a defect and shows only a reference number. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly userMessage: string;
  readonly values: Record<string, string | number>;
  readonly fields: Record<string, string> | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.userMessage = options.userMessage ?? code;
    this.values = options.values ?? {};
    this.fields = options.fields;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }

  get status(): number {
    return errorStatus[this.code];
  }
}

export function isAppError(error: unknown, code?: ErrorCode): error is AppError {
  return error instanceof AppError && (code === undefined || error.code === code);
}
