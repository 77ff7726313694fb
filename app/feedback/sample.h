#ifndef APP_FEEDBACK_SAMPLE_H
#define APP_FEEDBACK_SAMPLE_H

#include <stdint.h>

/*
 * How many respondents stand for `population` visitors at 95 % confidence and 5 % error: Krejcie &
 * Morgan, "Determining Sample Size for Research Activities" (1970), with chi square 3.841 and P
 * 0.5, rounded half up, as their table does. From 0 to 10^12 visitors; 0 for fewer than 1.
 */
int64_t sample_size(int64_t population);

#endif
