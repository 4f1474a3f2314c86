reference.sh: 4: ./p4: not found
reference.sh: 6: ./p4: not found
reference.sh: 7: ./p4: not found
