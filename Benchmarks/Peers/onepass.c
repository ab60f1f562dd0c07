// Plays sessions against a pool of every size in one pass, in portable C: the reference that
// `Benchmarks/Peers/run` measures the others by.
//
// Usage: onepass FILE, then on standard input a line "answer" or "run" for a line of JSON each.
// Build: cc -O3 -march=native -o onepass onepass.c
//
// A session is refused by a pool of c numbers exactly when an unlimited pool that always lends the
// lowest free number lends it one above the c-th. So one pass that counts how often each number is
// lent answers for every size.

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

// Sessions by start, in milliseconds. A number that is free from `ends` on can be lent at `ends`.
typedef struct {
  const int64_t *starts, *ends;
  int32_t count;
} Sessions;

// The sessions left without a number by each size from 0 to the peak.
typedef struct {
  int64_t *counts;
  int32_t peak;
} Overflow;

static void *checked(void *memory) {
  if (!memory) {
    fputs("Out of memory.\n", stderr);
    exit(1);
  }
  return memory;
}

// Free numbers: a bit each, and above them a bit for every 64.
typedef struct {
  uint64_t *words, *summary;
  int32_t first;  // no summary before this one has a bit
} FreeNumbers;

static FreeNumbers all_free(int32_t count) {
  size_t words = ((size_t)count + 63) / 64, summaries = (words + 63) / 64;
  FreeNumbers numbers = {checked(malloc((words + summaries) * 8)), NULL, 0};
  memset(numbers.words, 0xff, (words + summaries) * 8);
  numbers.summary = numbers.words + words;
  return numbers;
}

static inline void give_back(FreeNumbers *numbers, int32_t number) {
  int32_t summary = number >> 12;
  numbers->words[number >> 6] |= (uint64_t)1 << (number & 63);
  numbers->summary[summary] |= (uint64_t)1 << (number >> 6 & 63);
  if (summary < numbers->first) numbers->first = summary;
}

// There are as many numbers as sessions, so one is always free.
static inline int32_t take_lowest(FreeNumbers *numbers) {
  while (!numbers->summary[numbers->first]) numbers->first++;
  int32_t word = numbers->first << 6 | __builtin_ctzll(numbers->summary[numbers->first]);
  uint64_t bits = numbers->words[word];
  int32_t number = word << 6 | __builtin_ctzll(bits);
  bits &= bits - 1;
  numbers->words[word] = bits;
  // Without a branch: whether that was the word's last one can't be foretold.
  numbers->summary[numbers->first] ^= (uint64_t)(bits == 0) << (word & 63);
  return number;
}

// Numbers in use, on a wheel of time slots: a chain for each slot, linked by number.
typedef struct {
  int64_t end;
  int32_t next;
} Lent;

typedef struct {
  int32_t *slots;
  Lent *lent;
  int64_t mask, current;
  int shift;
} Wheel;

// A slot holds about two releases: fewer cost steps over empty slots, more cost looks at numbers
// that aren't due. The wheel spans the longest session; a shorter one would be silently wrong.
static Wheel wheel_for(Sessions sessions) {
  int64_t longest = 0;
  for (int32_t i = 0; i < sessions.count; i++) {
    int64_t length = sessions.ends[i] - sessions.starts[i];
    if (length > longest) longest = length;
  }
  int64_t span = sessions.starts[sessions.count - 1] - sessions.starts[0];
  Wheel wheel = {.shift = 0};
  while (span >> wheel.shift > sessions.count / 2) wheel.shift++;
  int64_t slots = 1;
  while (slots < (longest >> wheel.shift) + 2) slots *= 2;
  wheel.mask = slots - 1;
  wheel.current = sessions.starts[0] >> wheel.shift;
  wheel.slots = checked(malloc((size_t)slots * sizeof(int32_t)));
  memset(wheel.slots, 0xff, (size_t)slots * sizeof(int32_t));
  wheel.lent = checked(malloc((size_t)sessions.count * sizeof(Lent)));
  return wheel;
}

static inline void release_until(Wheel *wheel, FreeNumbers *numbers, int64_t time) {
  int64_t slot_of_time = time >> wheel->shift;
  for (; wheel->current < slot_of_time; wheel->current++) {
    int32_t number = wheel->slots[wheel->current & wheel->mask];
    if (number < 0) continue;
    wheel->slots[wheel->current & wheel->mask] = -1;
    for (; number >= 0; number = wheel->lent[number].next) give_back(numbers, number);
  }
  int32_t *link = &wheel->slots[slot_of_time & wheel->mask];
  while (*link >= 0) {
    Lent *lent = &wheel->lent[*link];
    if (lent->end <= time) {
      give_back(numbers, *link);
      *link = lent->next;
    } else {
      link = &lent->next;
    }
  }
}

static inline void lend_until(Wheel *wheel, int32_t number, int64_t end) {
  int32_t *slot = &wheel->slots[end >> wheel->shift & wheel->mask];
  wheel->lent[number] = (Lent){end, *slot};
  *slot = number;
}

static Overflow play(Sessions sessions) {
  Wheel wheel = wheel_for(sessions);
  FreeNumbers numbers = all_free(sessions.count);
  int64_t *loans = checked(calloc((size_t)sessions.count, sizeof(int64_t)));
  Overflow overflow = {NULL, 0};
  for (int32_t i = 0; i < sessions.count; i++) {
    release_until(&wheel, &numbers, sessions.starts[i]);
    int32_t number = take_lowest(&numbers);
    loans[number]++;
    if (number >= overflow.peak) overflow.peak = number + 1;
    lend_until(&wheel, number, sessions.ends[i]);
  }
  overflow.counts = checked(malloc(((size_t)overflow.peak + 1) * sizeof(int64_t)));
  overflow.counts[0] = sessions.count;
  for (int32_t size = 0; size < overflow.peak; size++)
    overflow.counts[size + 1] = overflow.counts[size] - loans[size];
  free(wheel.slots);
  free(wheel.lent);
  free(numbers.words);
  free(loans);
  return overflow;
}

// All starts, then all ends, as little-endian 64-bit milliseconds.
static Sessions read_sessions(const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file || fseek(file, 0, SEEK_END)) {
    perror(path);
    exit(1);
  }
  long size = ftell(file);
  rewind(file);
  if (size < 16 || size % 16 || size / 16 > INT32_MAX) {
    fputs("The file holds no sessions, or too many.\n", stderr);
    exit(1);
  }
  int64_t *times = checked(malloc((size_t)size));
  if (fread(times, 1, (size_t)size, file) != (size_t)size) {
    perror(path);
    exit(1);
  }
  fclose(file);
  int32_t count = (int32_t)(size / 16);
  return (Sessions){times, times + count, count};
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

// A number that changes with any count: FNV-1a over whole counts.
static uint64_t checksum(Overflow overflow) {
  uint64_t hash = 0xcbf29ce484222325;
  for (int32_t size = 0; size <= overflow.peak; size++)
    hash = (hash ^ (uint64_t)overflow.counts[size]) * 0x100000001b3;
  return hash;
}

static void print_counts(Overflow overflow) {
  for (int32_t size = 0; size <= overflow.peak; size++)
    printf("%s%lld", size ? "," : "[", (long long)overflow.counts[size]);
  puts("]");
}

int main(int count, char **arguments) {
  if (count != 2) {
    fputs("Usage: onepass FILE\n", stderr);
    return 64;
  }
  Sessions sessions = read_sessions(arguments[1]);
  char request[16];
  while (fgets(request, sizeof request, stdin)) {
    double begun = now();
    Overflow overflow = play(sessions);
    double seconds = now() - begun;
    if (!strcmp(request, "answer\n")) {
      print_counts(overflow);
    } else if (!strcmp(request, "run\n")) {
      printf("{\"seconds\":%.9f,\"checksum\":\"%llx\"}\n", seconds,
             (unsigned long long)checksum(overflow));
    } else {
      fputs("Ask for \"answer\" or \"run\".\n", stderr);
      return 64;
    }
    fflush(stdout);
    free(overflow.counts);
  }
  return 0;
}
