#include "drivers/reader.h"

#include "app/base/result.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/*
 * hid_client URI: a reader on a pipe. Every message is a line on standard output: "state REASON
 * [NAME] PATH", "scan TEXT", "spoilt FAULT", "key CODE NAME". Ends with its input.
 */

static void say(void *context, struct reader_message *message)
{
	(void)context;
	switch (message->kind) {
	case READER_STATE:
		printf("state %s [%s] %s\n", result_key(message->reason), message->model,
			message->path);
		break;
	case READER_SCAN: printf("scan %s\n", message->text); break;
	case READER_SPOILT: printf("spoilt %d\n", (int)message->fault); break;
	case READER_KEY: printf("key %d %s\n", message->key, message->name); break;
	}
	fflush(stdout);
	reader_message_destroy(message);
}

int main(int argc, char **argv)
{
	struct hid_wish wish;
	char line[16];
	if (argc != 2 || !hid_wish_read(argv[1], &wish)) {
		return 2;
	}
	struct reader *reader = reader_start(&wish, say, NULL);
	while (reader != NULL && fgets(line, sizeof(line), stdin) != NULL) {
		/* Only its end is waited for. */
	}
	reader_stop(reader);
	return reader != NULL ? 0 : 1;
}
