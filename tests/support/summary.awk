# Reads ctest's output: prints it as it comes, but holds the closing summary back until each skipped
# test and its reason, from ctest's log, have been shown. The reason is the test's line that begins
# with "skipped:", or else the last line it printed.
/^[0-9]+% tests passed/ || /^No tests were found/ { closing = 1 }
closing { held[++count] = $0; next }
/\*\*\*Skipped/ {
  name = $0
  sub(/^.*Test +#[0-9]+: /, "", name)
  sub(/ \.*\*\*\*Skipped.*/, "", name)
  skipped[name] = "it gave no reason"
}
{ print; fflush() }

END {
  while ((getline line < log_file) > 0) {
    if (line ~ /^[0-9]+\/[0-9]+ Testing: /) {
      name = line
      sub(/^[^:]*: /, "", name)
      told = 0
    } else if (line == "<end of output>") {
      name = ""
    } else if (name in skipped && !told && line !~ /^-*$/) {
      skipped[name] = line
      told = line ~ /^skipped:/
    }
  }
  for (name in skipped)
    print "Skipped " name ": " skipped[name]
  for (i = 1; i <= count; i++)
    print held[i]
}
