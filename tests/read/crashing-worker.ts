/** Stands for a parser that takes its thread down. */
process.exit(7)
