# One folder for any Linux; see build.sh.
. assets/packaging/common.sh
need objdump strip
program=$(linux_program)
root=$staging/tree
lay_out "$program"
name=parallax-$version-linux-$(uname -m)
mv "$root/usr" "$staging/$name"
sed "s/@GLIBC@/$(glibc_of "$staging/$name/bin/parallax")/" assets/packaging/install.sh >"$staging/$name/install.sh"
chmod 755 "$staging/$name/install.sh"
archive "$name" >"$folder/$name.tar.gz"
echo "$folder/$name.tar.gz"
