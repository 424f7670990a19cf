import { en } from 'zod/locales';
import * as z from 'zod/mini';

/**
 * By itself zod/mini says "Invalid input" of everything: neither who integrates nor who sets a variable
 * would learn what to mend. A call, since the bundle leaves out what is imported for its effect alone.
 */
export const explainValidation = (): void => void z.config(en());
