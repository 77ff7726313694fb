#include "drivers/device_id.h"

#include "app/base/text.h"

#include <string.h>

bool device_id_read(const uint8_t *answer, size_t size, char *out_id, size_t out_size)
{
	size_t length;

	out_id[0] = '\0';
	if (size < 3) {
		return false;
	}
	length = (size_t)answer[0] << 8 | answer[1];
	if (length < 3) {
		return false;
	}
	if (length > size) {
		length = size;
	}
	length -= 2;
	if (length > out_size - 1) {
		length = out_size - 1;
	}
	for (size_t i = 0; i < length; i++) {
		uint8_t byte = answer[2 + i];
		out_id[i] = byte >= 0x20 && byte < 0x7f ? (char)byte : '?';
	}
	out_id[length] = '\0';
	return true;
}

/* Where the value of `key` starts in `id`; NULL when it is not there. */
static const char *find_key(const char *id, const char *key)
{
	size_t length = strlen(key);

	for (const char *at = id; at;) {
		at += strspn(at, " ");
		if (strncmp(at, key, length) == 0 && at[length] == ':') {
			return at + length + 1;
		}
		at = strchr(at, ';');
		at = at ? at + 1 : NULL;
	}
	return NULL;
}

void device_id_field(const char *id, const char *const *keys, char *out_value, size_t size)
{
	out_value[0] = '\0';
	for (; *keys; keys++) {
		const char *value = find_key(id, *keys);
		if (value) {
			size_t length = strcspn(value, ";");
			length = length < size - 1 ? length : size - 1;
			memcpy(out_value, value, length);
			out_value[length] = '\0';
			text_trim(out_value);
			return;
		}
	}
}

void device_id_name(const char *id, char *out_name, size_t size)
{
	char maker[32], model[64];

	device_id_field(
		id, (const char *const[]){"MFG", "MANUFACTURER", NULL}, maker, sizeof(maker));
	device_id_field(id, (const char *const[]){"MDL", "MODEL", NULL}, model, sizeof(model));
	text_format(out_name, size, "%s%s%s", maker, *maker && *model ? " " : "", model);
}

bool device_id_is_escpos(const char *id)
{
	char commands[256];

	device_id_field(
		id, (const char *const[]){"CMD", "COMMAND SET", NULL}, commands, sizeof(commands));
	return strstr(commands, "ESC/POS") || strstr(commands, "EPOS");
}
