s/[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}/EMAIL/g
s/((password|passwd|pwd|secret|token)["' ]*[=:]["' ]*)[^"';, ]+/\1***/Ig
s/\b[A-Z][A-Z0-9-]+\\[A-Za-z0-9._-]+/DOMAIN\\USER/g
s/[Cc]:\\Users\\[^\\ ]+/C:\\Users\\USER/g
s/\\\\[A-Za-z0-9._-]+/\\\\HOST/g
s/\b[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.(com|net|org|cn|local|lan|corp)\b/FQDN/g
s/\b([0-9]{1,3}\.){3}[0-9]{1,3}\b/IP/g
s/(host|client|server|source)( \[|=)[A-Za-z0-9._-]+/\1\2HOST/Ig
