#ifndef APP_QUEUE_ANNOUNCED_H
#define APP_QUEUE_ANNOUNCED_H

/* How the waiting room was told of a call. */
enum announced_way {
	ANNOUNCED_SHOWN,  /* on a display's panel: its first frame */
	ANNOUNCED_SPOKEN, /* its first sample went to the sound device */
	ANNOUNCED_LIT,    /* an LED board took it */
	ANNOUNCED_WAYS
};

#endif
