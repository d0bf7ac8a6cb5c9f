//! Small numbers for hashes, in the order in which they are met. What is counted by word then needs
//! neither a sort nor a general hash map: hashes are spread evenly, so their low bits say where to look.

/// The number of what is not there.
pub(super) const ABSENT: u32 = u32::MAX;

/// The distinct hashes of something, each with a number.
#[derive(Clone, Debug, Default)]
pub(super) struct Numbering {
    /// By their number.
    pub hashes: Vec<u64>,
    /// A power of two of places, at most half of them taken: there stands a number and one more, at the
    /// place that the low bits of its hash name or at the next that was free.
    slots: Vec<u32>,
}

impl Numbering {
    const FEWEST_SLOTS: usize = 256;

    /// None yet, with room for so many.
    pub fn with_room(numbers: usize) -> Self {
        Self {
            hashes: Vec::with_capacity(numbers),
            slots: vec![0; (2 * numbers).next_power_of_two()],
        }
    }

    /// The number of `hash`, which is new where it was not met before.
    #[inline(never)]
    pub fn number(&mut self, hash: u64) -> u32 {
        let (number, slot) = self.look(hash);
        if number != ABSENT {
            return number;
        }
        if self.slots.len() < 2 * (self.hashes.len() + 1) {
            self.widen();
            return self.number(hash);
        }
        self.hashes.push(hash);
        self.slots[slot] = self.hashes.len() as u32;
        self.slots[slot] - 1
    }

    /// The number of `hash`, or [`ABSENT`].
    pub fn find(&self, hash: u64) -> u32 {
        self.look(hash).0
    }

    /// The number of `hash`, or [`ABSENT`], and the place where it stands or would stand.
    #[inline]
    fn look(&self, hash: u64) -> (u32, usize) {
        let mask = self.slots.len().wrapping_sub(1);
        let mut slot = hash as usize & mask;
        while let Some(number) = self
            .slots
            .get(slot)
            .and_then(|number| number.checked_sub(1))
        {
            if self.hashes[number as usize] == hash {
                return (number, slot);
            }
            slot = (slot + 1) & mask;
        }
        (ABSENT, slot)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.hashes.len()
    }

    /// Makes room for twice as many.
    #[inline(never)]
    fn widen(&mut self) {
        let slots = (2 * self.slots.len()).max(Self::FEWEST_SLOTS);
        self.slots.clear();
        self.slots.resize(slots, 0);
        for (number, hash) in (1..).zip(&self.hashes) {
            let mut slot = *hash as usize & (slots - 1);
            while self.slots[slot] != 0 {
                slot = (slot + 1) & (slots - 1);
            }
            self.slots[slot] = number;
        }
    }
}
