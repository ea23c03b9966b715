import { getHeapStatistics } from 'node:v8';
import type { FastifyUnderPressureOptions } from '@fastify/under-pressure';
import { ApiFailure } from './api-failure';
import { retryAfter } from './retry-after';

/** A server in a hurry says so at once, before it reads a body, and devices come back later. */
class TooBusy extends ApiFailure {
  constructor() {
    super('too-many-requests', 'The server is busy', undefined, retryAfter(2));
  }
}

/** When to turn requests away: the event loop is late by this much on average, or the heap is nearly full. */
export const busyLimits = (eventLoopDelayMs = 1_500): FastifyUnderPressureOptions => ({
  maxEventLoopDelay: eventLoopDelayMs,
  maxHeapUsedBytes: Math.floor(getHeapStatistics().heap_size_limit * 0.9),
  customError: TooBusy,
});
