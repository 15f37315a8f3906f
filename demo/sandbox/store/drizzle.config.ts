import {defineConfig} from 'drizzle-kit';

// After a change of schema.ts: npx drizzle-kit generate --config demo/sandbox/store/drizzle.config.ts
export default defineConfig({
  dialect: 'postgresql',
  schema: './demo/sandbox/store/schema.ts',
  out: './demo/sandbox/store/migrations',
});
