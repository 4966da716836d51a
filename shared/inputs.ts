import { z } from 'zod';

/** Pieces that the inputs of several events are made of. */
export const roomId = z.string().regex(/^[a-z0-9-]{1,40}$/);
/** Made by the client, the same for every retry of one message. */
export const clientId = z.string().regex(/^[A-Za-z0-9_-]{8,40}$/);
export const serverId = z.string().regex(/^[A-Za-z0-9_-]{4,60}$/);
export const seq = z.int().min(0).max(Number.MAX_SAFE_INTEGER);
export const nothing = z.strictObject({});
