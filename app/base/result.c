#include "app/base/result.h"

#include <string.h>

static const char *const keys[RESULT_COUNT] = {
#define X(name, key) [RESULT_##name] = key,
	RESULT_LIST(X)
#undef X
};

const char *result_key(enum result result)
{
	return (unsigned)result < RESULT_COUNT ? keys[result] : keys[RESULT_STORE_FAILED];
}

enum result result_from_key(const char *key)
{
	for (int i = 0; i < RESULT_COUNT; i++) {
		if (strcmp(keys[i], key) == 0) {
			return (enum result)i;
		}
	}
	return RESULT_COUNT;
}
