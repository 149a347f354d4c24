/** Stands for a parser that takes all the memory there is. */
const eaten: number[][] = []
for (;;) eaten.push(Array.from({ length: 100_000 }, (_, i) => i))
