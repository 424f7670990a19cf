import { en } from 'zod/locales';
import * as z from 'zod/mini';

// By itself zod/mini says "Invalid input" of everything: neither who integrates nor who sets a variable learns what to mend.
z.config(en());
