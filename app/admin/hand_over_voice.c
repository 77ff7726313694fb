/* In the program `giliran`: what speaks is the program giliran-voice. */
#include "app/admin/admin.h"

static const char program[] = "giliran-voice";

int admin_voice_make(struct admin *admin)
{
	return admin_hand_over(admin, program);
}

int admin_voice_list(struct admin *admin)
{
	return admin_hand_over(admin, program);
}

int admin_voice_say(struct admin *admin)
{
	return admin_hand_over(admin, program);
}
