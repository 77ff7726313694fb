/*
 * A display board for Giliran: an Arduino Uno with a 16 x 2 LCD (HD44780).
 *
 * It takes the frames that are described in ../README.md on its USB port at 9600 baud, checks them,
 * answers each one, and shows the number called above and its counter below. To make another kind
 * of board of it, write setupBoard, showCall, showText and showBlank anew: the rest stays.
 *
 * LCD: RS 12, E 11, D4 5, D5 4, D6 3, D7 2; R/W to ground.
 */
#include <LiquidCrystal.h>

LiquidCrystal lcd(12, 11, 5, 4, 3, 2);

const byte COLUMNS = 16;
const byte FRAME_SIZE = 80; // sequence 2, kind 1, payload 64, '*', checksum 4, and room to spare

char frame[FRAME_SIZE + 1]; // what came after the '$'
byte frameLength = 0;
bool inFrame = false;
int lastSequence = -1; // the frame shown last; -1 = none, every number is new

// ---- the board ----

void setupBoard()
{
	lcd.begin(COLUMNS, 2);
}

void showLine(byte row, const char *text)
{
	byte length = strlen(text) < COLUMNS ? strlen(text) : COLUMNS;
	byte left = (COLUMNS - length) / 2;

	lcd.setCursor(0, row);
	for (byte i = 0; i < COLUMNS; i++) {
		bool inside = i >= left && i < left + length;
		lcd.write(inside ? text[i - left] : ' ');
	}
}

void showBlank()
{
	lcd.clear();
}

void showText(const char *text)
{
	showLine(0, text);
	showLine(1, strlen(text) > COLUMNS ? text + COLUMNS : "");
}

void showCall(const char *ticket, const char *counter)
{
	char below[COLUMNS + 1] = "LOKET ";

	strncat(below, counter, COLUMNS - strlen(below));
	showLine(0, ticket);
	showLine(1, below);
}

// ---- the frame ----

// CRC-16/CCITT-FALSE
unsigned int sumOf(const char *text, byte length)
{
	unsigned int sum = 0xFFFF;

	for (byte i = 0; i < length; i++) {
		sum ^= (unsigned int)(byte)text[i] << 8;
		for (byte bit = 0; bit < 8; bit++) {
			sum = sum & 0x8000 ? (sum << 1) ^ 0x1021 : sum << 1;
		}
		sum &= 0xFFFF;
	}
	return sum;
}

// The value of `digits` upper-case hexadecimal digits; -1 when they are none.
long readHex(const char *text, byte digits)
{
	long value = 0;

	for (byte i = 0; i < digits; i++) {
		char c = text[i];
		if (c >= '0' && c <= '9') {
			value = value * 16 + (c - '0');
		} else if (c >= 'A' && c <= 'F') {
			value = value * 16 + (c - 'A' + 10);
		} else {
			return -1;
		}
	}
	return value;
}

void answer(int sequence, char kind)
{
	char text[16];

	snprintf(text, sizeof(text), "%02X%c", (unsigned int)sequence, kind);
	unsigned int sum = sumOf(text, 3);
	snprintf(text + 3, sizeof(text) - 3, "*%04X\r\n", sum);
	Serial.write('$');
	Serial.print(text);
}

// Shows a frame that is right; false when its kind is not known.
bool show(char kind, char *payload)
{
	char *comma = strchr(payload, ',');

	if (kind == 'C' && comma) {
		*comma = '\0';
		showCall(payload, comma + 1);
	} else if (kind == 'T') {
		showText(payload);
	} else if (kind == 'B') {
		showBlank();
	} else {
		return false;
	}
	return true;
}

void takeFrame()
{
	frame[frameLength] = '\0';
	char *star = strrchr(frame, '*');
	int sequence = (int)readHex(frame, 2);
	// Sequence and kind before the star, four digits after it.
	bool whole = star && star - frame >= 3 && strlen(star + 1) == 4 && sequence >= 0;

	if (!whole || readHex(star + 1, 4) != (long)sumOf(frame, star - frame)) {
		answer(0, 'N');
		return;
	}
	*star = '\0';
	if (frame[2] == 'H') {
		lastSequence = -1;
	} else if (sequence != lastSequence) {
		if (!show(frame[2], frame + 3)) {
			answer(0, 'N');
			return;
		}
		lastSequence = sequence;
	}
	answer(sequence, 'A');
}

void takeByte(char c)
{
	if (c == '$') {
		inFrame = true;
		frameLength = 0;
	} else if (inFrame && (c == '\r' || c == '\n')) {
		inFrame = false;
		takeFrame();
	} else if (inFrame && frameLength < FRAME_SIZE) {
		frame[frameLength++] = c;
	} else {
		inFrame = false; // noise, or longer than any frame
	}
}

void setup()
{
	Serial.begin(9600);
	setupBoard();
	showBlank();
}

void loop()
{
	while (Serial.available() > 0) {
		takeByte((char)Serial.read());
	}
}
