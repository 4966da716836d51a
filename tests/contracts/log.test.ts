import { describe, inject } from 'vitest';
import { memory, redis } from './backends.ts';
import { logContract } from './suites/log.ts';

describe('memory', () => logContract(memory));
describe('Redis', () => logContract(redis(inject('redisUrl'))));
