import type { Refusal } from './behaviour.js';

export class ApiError extends Error {
  constructor(
    readonly code: number,
    description: string,
  ) {
    super(description);
  }
}

export const badRequest = (text: string): ApiError => new ApiError(400, `Bad request: ${text}`);
export const refusal = ({ code, description }: Refusal): ApiError => new ApiError(code, description);
export const timedOut = (): ApiError => new ApiError(408, 'Request timeout');
export const quotaExceeded = (): ApiError => new ApiError(429, 'Quota exceeded');
