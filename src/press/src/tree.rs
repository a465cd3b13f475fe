//! The shape of the turns by which a symbol is reached: a Huffman tree, so that what is frequent takes few of them.
//!
//! A tree is given by the depth of each symbol; among symbols of one depth the smaller comes first, as in RFC 1951,
//! 3.2.2. Its nodes lie in groups of fifteen, each what is nearest below the node that it begins with: the counters of a
//! group are found together.

/// The deepest that a symbol may lie.
pub(crate) const DEEPEST: u8 = 15;

/// Nodes of a group.
pub(crate) const GROUP: usize = 15;

/// What lies below a node: another node, or a symbol with this bit.
const SYMBOL: u16 = 0x100;

/// A node.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Node {
    /// By the turn to zero and to one.
    below: [u16; 2],
    /// The group of its counters, and its place in there, from 1.
    pub(crate) group: u8,
    pub(crate) place: u8,
}

/// Where a way through a tree is.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Place {
    /// At the node of this number.
    Node(u8),
    /// Arrived.
    Symbol(u8),
}

/// A tree. Without symbols it leads to zero.
#[derive(Debug, Clone)]
pub(crate) struct Tree {
    top: u16,
    nodes: [Node; 256],
    /// The turns to each symbol, the last one lowest, and how many.
    codes: [u16; 256],
    depths: [u8; 256],
}

impl Tree {
    /// None when the depths are those of no tree.
    #[inline(never)]
    pub(crate) fn of(depths: &[u8; 256]) -> Option<Self> {
        let mut tree = Self {
            top: SYMBOL,
            nodes: [Node::default(); 256],
            codes: [0; 256],
            depths: *depths,
        };
        let mut used = depths.iter().zip(0..).filter(|(depth, _)| **depth > 0);
        let Some((_, only)) = used.next() else {
            return Some(tree);
        };
        if used.next().is_none() {
            tree.top = SYMBOL | only;
            tree.depths = [0; 256];
            return Some(tree);
        }
        tree.grow()?;
        tree.group();
        Some(tree)
    }

    /// Lays the symbols out, the shallow ones first, each behind the one before.
    fn grow(&mut self) -> Option<()> {
        let depths = self.depths;
        let (mut code, mut made) = (0_u32, 1_u16);
        self.top = 0;
        for depth in 1..=DEEPEST {
            code <<= 1;
            for (symbol, _) in (0_u16..).zip(depths).filter(|(_, of)| *of == depth) {
                let turns = u16::try_from(code).ok().filter(|code| code >> depth == 0)?;
                let mut node = 0_u16;
                for at in (0..depth).rev() {
                    let below = self.nodes.get_mut(usize::from(node))?;
                    let below = below.below.get_mut(usize::from(turns >> at & 1))?;
                    if at == 0 {
                        *below = SYMBOL | symbol;
                    } else if *below == 0 {
                        *below = made;
                        node = made;
                        made = made.checked_add(1).filter(|made| *made <= 256)?;
                    } else {
                        node = *below;
                    }
                }
                *self.codes.get_mut(usize::from(symbol))? = turns;
                code += 1;
            }
        }
        // Each turn leads somewhere.
        (code == 1 << DEEPEST).then_some(())
    }

    /// Numbers the groups and the places in them.
    fn group(&mut self) {
        let (mut heads, mut found, mut done) = ([0_u16; 256], 1_usize, 0_usize);
        while done < found {
            let mut members = [0_u16; GROUP];
            let (mut count, mut looked) = (1, 0);
            members[0] = heads.get(done).copied().unwrap_or_default();
            while looked < count {
                let member = members.get(looked).copied().unwrap_or_default();
                looked += 1;
                let Some(node) = self.nodes.get_mut(usize::from(member)) else {
                    continue;
                };
                node.group = u8::try_from(done).unwrap_or_default();
                node.place = u8::try_from(looked).unwrap_or_default();
                for below in node.below.into_iter().filter(|below| below & SYMBOL == 0) {
                    if let Some(place) = members.get_mut(count) {
                        *place = below;
                        count += 1;
                    } else if let Some(head) = heads.get_mut(found) {
                        *head = below;
                        found += 1;
                    }
                }
            }
            done += 1;
        }
    }

    /// Where each way begins.
    #[inline]
    pub(crate) fn top(&self) -> Place {
        Self::place(self.top)
    }

    #[inline]
    fn place(below: u16) -> Place {
        let [_, low] = below.to_be_bytes();
        if below & SYMBOL == 0 {
            Place::Node(low)
        } else {
            Place::Symbol(low)
        }
    }

    /// The node of this number.
    #[inline]
    pub(crate) fn node(&self, number: u8) -> Node {
        self.nodes
            .get(usize::from(number))
            .copied()
            .unwrap_or_default()
    }

    /// The turns to a symbol: one at each node, the next one highest of 16 bits; and how many.
    #[inline]
    pub(crate) fn turns(&self, symbol: u8) -> (u16, u8) {
        let at = usize::from(symbol);
        let depth = self.depths.get(at).copied().unwrap_or_default();
        let code = self.codes.get(at).copied().unwrap_or_default();
        (
            code.checked_shl(16 - u32::from(depth)).unwrap_or_default(),
            depth,
        )
    }
}

impl Node {
    /// Where a turn leads.
    #[inline]
    pub(crate) fn below(self, one: bool) -> Place {
        let [zero, other] = self.below;
        Tree::place(if one { other } else { zero })
    }
}
