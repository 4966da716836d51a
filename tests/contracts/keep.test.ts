import { describe, inject } from 'vitest';
import { memory, redis } from './backends.ts';
import { keepContract } from './suites/keep.ts';

describe('memory', () => keepContract(memory));
describe('Redis', () => keepContract(redis(inject('redisUrl'))));
