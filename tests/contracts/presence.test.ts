import { describe, inject } from 'vitest';
import { memory, redis } from './backends.ts';
import { presenceContract } from './suites/presence.ts';

describe('memory', () => presenceContract(memory));
describe('Redis', () => presenceContract(redis(inject('redisUrl'))));
