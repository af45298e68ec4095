import { defineConfig } from 'vitest/config';

const together = {
  pool: 'threads', isolate: false, maxConcurrency: 1000, sequence: { concurrent: true },
};

export default defineConfig({
  test: {
    include: ['**/*.test.mjs'],
    testTimeout: 60000,
    reporters: ['dot'],
    ...(process.env.CONCURRENT === '1' ? together : {}),
  },
});
