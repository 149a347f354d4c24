/** Stands for a parser that never ends. */
for (;;) {
  // busy on purpose
}
