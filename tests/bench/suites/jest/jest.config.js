module.exports = {
  testEnvironment: 'node',
  transform: {},
  testTimeout: 60000,
  maxConcurrency: 1000,
  testMatch: ['**/*.test.js'],
  haste: { enableSymlinks: false },
};
