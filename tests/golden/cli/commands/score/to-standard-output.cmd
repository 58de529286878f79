# NAME=- is standard output, never a file called -.
hegui score -r score/rules.yaml -f csv=- score/甲镇.txt | head -1; ls | grep -c "^-"
