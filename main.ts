import './config/spare-memory.js';

// Loaded only now: the modules are what a start allocates most for.
await import('./serve.js');
