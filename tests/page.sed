# The text of a page of vs-report, a block a line: what a reader reads aloud. Usage: sed -f tests/page.sed FILE.html
/<style>/,/<\/style>/d
s/<img [^>]*alt="\([^"]*\)".*>/[picture: \1]/
s/<h1>/= /
s/<h2[^>]*>/== /
s/<h3[^>]*>/=== /
s/<h4[^>]*>/==== /
s/<li>/- /
s/<\/t[hd]><t[hd][^>]*>/ | /g
s/<[^>]*>//g
s/&#xA0;/ /g
s/ / /g
s/&lt;/</g
s/&gt;/>/g
s/&quot;/"/g
s/&amp;/\&/g
/^ *$/d
