// First import of the window's page: zod would compile its parsers with `new Function`, which the page's content
// security policy forbids. Used by the window only.
import { config } from 'zod';

config({ jitless: true });
