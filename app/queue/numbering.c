#include "app/queue/numbering.h"
#include "app/base/text.h"

enum { SEQUENCE_LIMIT = 999999 };

void numbering_format(const char *prefix, int sequence, char out_number[TICKET_NUMBER_SIZE])
{
	text_format(out_number, TICKET_NUMBER_SIZE, "%s%03d", prefix, sequence);
}

static char upper(char letter)
{
	return letter >= 'a' && letter <= 'z' ? (char)(letter - 'a' + 'A') : letter;
}

static bool is_letter(char letter)
{
	return letter >= 'A' && letter <= 'Z';
}

int numbering_skip(int last)
{
	return (last + 1999) / 1000 * 1000;
}

bool numbering_parse(const char *number, char out_prefix[OFFICE_PREFIX_SIZE], int *out_sequence)
{
	char prefix[OFFICE_PREFIX_SIZE] = "";
	size_t letters = 0;
	while (is_letter(upper(*number))) {
		if (letters + 1 >= sizeof prefix) {
			return false;
		}
		prefix[letters++] = upper(*number++);
	}
	while (*number == ' ') {
		number++;
	}
	int64_t sequence;
	if (letters == 0 || !text_to_int(number, 1, SEQUENCE_LIMIT, &sequence)) {
		return false;
	}
	text_copy(out_prefix, OFFICE_PREFIX_SIZE, prefix);
	*out_sequence = (int)sequence;
	return true;
}
