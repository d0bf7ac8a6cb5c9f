const { join } = require('node:path');

module.exports = {
  mode: 'production',
  entry: './main.js',
  output: { path: join(__dirname, 'dist'), filename: 'main.js' },
  experiments: { outputModule: true },
  // The core is no part of the script, so that a browser keeps it.
  performance: { hints: false },
};
